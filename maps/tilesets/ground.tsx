<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="ground" tilewidth="16" tileheight="16" tilecount="144" columns="16">
 <image source="ground.png" width="256" height="144"/>
 <tile id="0" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="1" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="2" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="3" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="4" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="5" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="6" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="7" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="8" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="9" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="10" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="11" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="12" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="13" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="14" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="15" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="16" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="17" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="18" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="19" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="20" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="21" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="22" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="23" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="24" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="25" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="26" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="27" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="28" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="29" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="30" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="31" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="32" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="33" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="34" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="35" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="36" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="37" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="38" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="39" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="40" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="41" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="42" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="43" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="44" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="45" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="soft"/>
  </properties>
 </tile>
 <tile id="46" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="47" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="48" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="49" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="50" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="51" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="52" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="53" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="54" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="55" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="56" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="57" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="58" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="59" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="quicksand"/>
  </properties>
 </tile>
 <tile id="60" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="61" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="62" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="63" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="64" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="65" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="66" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="67" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="68" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="69" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="70" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="71" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="72" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="73" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="hardpan"/>
  </properties>
 </tile>
 <tile id="74" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="75" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="76" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="77" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="78" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="79" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="80" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="81" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="82" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="83" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="84" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="85" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="86" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="87" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="gravel"/>
  </properties>
 </tile>
 <tile id="88" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="89" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="90" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="91" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="92" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="93" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="94" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="95" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="96" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="97" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="98" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="99" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="100" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="101" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="rock"/>
  </properties>
 </tile>
 <tile id="102" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="103" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="104" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="105" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="106" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="107" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="108" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="109" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="110" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="111" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="112" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="113" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="114" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="115" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="road"/>
  </properties>
 </tile>
 <tile id="116" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="117" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="118" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="119" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="120" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="121" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="122" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="123" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="sand"/>
  </properties>
 </tile>
 <tile id="124" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="125" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="126" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="127" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="128" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <tile id="129" type="Surface">
  <properties>
   <property name="surface" propertytype="SurfaceKind" value="scrub"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="ground" type="corner" tile="-1">
   <wangcolor name="sand" color="#69567f" tile="0" probability="1"/>
   <wangcolor name="soft" color="#b8998c" tile="4" probability="1"/>
   <wangcolor name="quicksand" color="#13112a" tile="8" probability="1"/>
   <wangcolor name="hardpan" color="#8e7485" tile="12" probability="1"/>
   <wangcolor name="gravel" color="#7b5454" tile="16" probability="1"/>
   <wangcolor name="rock" color="#57384a" tile="20" probability="1"/>
   <wangcolor name="road" color="#dcc19b" tile="24" probability="1"/>
   <wangcolor name="scrub" color="#48634c" tile="28" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="2" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="3" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="4" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="5" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="6" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="7" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="8" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="9" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="10" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="11" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="12" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="13" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="14" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="15" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="16" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="17" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="18" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="19" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="20" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="21" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="22" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="23" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="24" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="25" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="26" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="27" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="28" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="29" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="30" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="31" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="32" wangid="0,1,0,1,0,1,0,2"/>
   <wangtile tileid="33" wangid="0,2,0,1,0,1,0,1"/>
   <wangtile tileid="34" wangid="0,2,0,1,0,1,0,2"/>
   <wangtile tileid="35" wangid="0,1,0,2,0,1,0,1"/>
   <wangtile tileid="36" wangid="0,1,0,2,0,1,0,2"/>
   <wangtile tileid="37" wangid="0,2,0,2,0,1,0,1"/>
   <wangtile tileid="38" wangid="0,2,0,2,0,1,0,2"/>
   <wangtile tileid="39" wangid="0,1,0,1,0,2,0,1"/>
   <wangtile tileid="40" wangid="0,1,0,1,0,2,0,2"/>
   <wangtile tileid="41" wangid="0,2,0,1,0,2,0,1"/>
   <wangtile tileid="42" wangid="0,2,0,1,0,2,0,2"/>
   <wangtile tileid="43" wangid="0,1,0,2,0,2,0,1"/>
   <wangtile tileid="44" wangid="0,1,0,2,0,2,0,2"/>
   <wangtile tileid="45" wangid="0,2,0,2,0,2,0,1"/>
   <wangtile tileid="46" wangid="0,1,0,1,0,1,0,3"/>
   <wangtile tileid="47" wangid="0,3,0,1,0,1,0,1"/>
   <wangtile tileid="48" wangid="0,3,0,1,0,1,0,3"/>
   <wangtile tileid="49" wangid="0,1,0,3,0,1,0,1"/>
   <wangtile tileid="50" wangid="0,1,0,3,0,1,0,3"/>
   <wangtile tileid="51" wangid="0,3,0,3,0,1,0,1"/>
   <wangtile tileid="52" wangid="0,3,0,3,0,1,0,3"/>
   <wangtile tileid="53" wangid="0,1,0,1,0,3,0,1"/>
   <wangtile tileid="54" wangid="0,1,0,1,0,3,0,3"/>
   <wangtile tileid="55" wangid="0,3,0,1,0,3,0,1"/>
   <wangtile tileid="56" wangid="0,3,0,1,0,3,0,3"/>
   <wangtile tileid="57" wangid="0,1,0,3,0,3,0,1"/>
   <wangtile tileid="58" wangid="0,1,0,3,0,3,0,3"/>
   <wangtile tileid="59" wangid="0,3,0,3,0,3,0,1"/>
   <wangtile tileid="60" wangid="0,1,0,1,0,1,0,4"/>
   <wangtile tileid="61" wangid="0,4,0,1,0,1,0,1"/>
   <wangtile tileid="62" wangid="0,4,0,1,0,1,0,4"/>
   <wangtile tileid="63" wangid="0,1,0,4,0,1,0,1"/>
   <wangtile tileid="64" wangid="0,1,0,4,0,1,0,4"/>
   <wangtile tileid="65" wangid="0,4,0,4,0,1,0,1"/>
   <wangtile tileid="66" wangid="0,4,0,4,0,1,0,4"/>
   <wangtile tileid="67" wangid="0,1,0,1,0,4,0,1"/>
   <wangtile tileid="68" wangid="0,1,0,1,0,4,0,4"/>
   <wangtile tileid="69" wangid="0,4,0,1,0,4,0,1"/>
   <wangtile tileid="70" wangid="0,4,0,1,0,4,0,4"/>
   <wangtile tileid="71" wangid="0,1,0,4,0,4,0,1"/>
   <wangtile tileid="72" wangid="0,1,0,4,0,4,0,4"/>
   <wangtile tileid="73" wangid="0,4,0,4,0,4,0,1"/>
   <wangtile tileid="74" wangid="0,1,0,1,0,1,0,5"/>
   <wangtile tileid="75" wangid="0,5,0,1,0,1,0,1"/>
   <wangtile tileid="76" wangid="0,5,0,1,0,1,0,5"/>
   <wangtile tileid="77" wangid="0,1,0,5,0,1,0,1"/>
   <wangtile tileid="78" wangid="0,1,0,5,0,1,0,5"/>
   <wangtile tileid="79" wangid="0,5,0,5,0,1,0,1"/>
   <wangtile tileid="80" wangid="0,5,0,5,0,1,0,5"/>
   <wangtile tileid="81" wangid="0,1,0,1,0,5,0,1"/>
   <wangtile tileid="82" wangid="0,1,0,1,0,5,0,5"/>
   <wangtile tileid="83" wangid="0,5,0,1,0,5,0,1"/>
   <wangtile tileid="84" wangid="0,5,0,1,0,5,0,5"/>
   <wangtile tileid="85" wangid="0,1,0,5,0,5,0,1"/>
   <wangtile tileid="86" wangid="0,1,0,5,0,5,0,5"/>
   <wangtile tileid="87" wangid="0,5,0,5,0,5,0,1"/>
   <wangtile tileid="88" wangid="0,1,0,1,0,1,0,6"/>
   <wangtile tileid="89" wangid="0,6,0,1,0,1,0,1"/>
   <wangtile tileid="90" wangid="0,6,0,1,0,1,0,6"/>
   <wangtile tileid="91" wangid="0,1,0,6,0,1,0,1"/>
   <wangtile tileid="92" wangid="0,1,0,6,0,1,0,6"/>
   <wangtile tileid="93" wangid="0,6,0,6,0,1,0,1"/>
   <wangtile tileid="94" wangid="0,6,0,6,0,1,0,6"/>
   <wangtile tileid="95" wangid="0,1,0,1,0,6,0,1"/>
   <wangtile tileid="96" wangid="0,1,0,1,0,6,0,6"/>
   <wangtile tileid="97" wangid="0,6,0,1,0,6,0,1"/>
   <wangtile tileid="98" wangid="0,6,0,1,0,6,0,6"/>
   <wangtile tileid="99" wangid="0,1,0,6,0,6,0,1"/>
   <wangtile tileid="100" wangid="0,1,0,6,0,6,0,6"/>
   <wangtile tileid="101" wangid="0,6,0,6,0,6,0,1"/>
   <wangtile tileid="102" wangid="0,1,0,1,0,1,0,7"/>
   <wangtile tileid="103" wangid="0,7,0,1,0,1,0,1"/>
   <wangtile tileid="104" wangid="0,7,0,1,0,1,0,7"/>
   <wangtile tileid="105" wangid="0,1,0,7,0,1,0,1"/>
   <wangtile tileid="106" wangid="0,1,0,7,0,1,0,7"/>
   <wangtile tileid="107" wangid="0,7,0,7,0,1,0,1"/>
   <wangtile tileid="108" wangid="0,7,0,7,0,1,0,7"/>
   <wangtile tileid="109" wangid="0,1,0,1,0,7,0,1"/>
   <wangtile tileid="110" wangid="0,1,0,1,0,7,0,7"/>
   <wangtile tileid="111" wangid="0,7,0,1,0,7,0,1"/>
   <wangtile tileid="112" wangid="0,7,0,1,0,7,0,7"/>
   <wangtile tileid="113" wangid="0,1,0,7,0,7,0,1"/>
   <wangtile tileid="114" wangid="0,1,0,7,0,7,0,7"/>
   <wangtile tileid="115" wangid="0,7,0,7,0,7,0,1"/>
   <wangtile tileid="116" wangid="0,1,0,1,0,1,0,8"/>
   <wangtile tileid="117" wangid="0,8,0,1,0,1,0,1"/>
   <wangtile tileid="118" wangid="0,8,0,1,0,1,0,8"/>
   <wangtile tileid="119" wangid="0,1,0,8,0,1,0,1"/>
   <wangtile tileid="120" wangid="0,1,0,8,0,1,0,8"/>
   <wangtile tileid="121" wangid="0,8,0,8,0,1,0,1"/>
   <wangtile tileid="122" wangid="0,8,0,8,0,1,0,8"/>
   <wangtile tileid="123" wangid="0,1,0,1,0,8,0,1"/>
   <wangtile tileid="124" wangid="0,1,0,1,0,8,0,8"/>
   <wangtile tileid="125" wangid="0,8,0,1,0,8,0,1"/>
   <wangtile tileid="126" wangid="0,8,0,1,0,8,0,8"/>
   <wangtile tileid="127" wangid="0,1,0,8,0,8,0,1"/>
   <wangtile tileid="128" wangid="0,1,0,8,0,8,0,8"/>
   <wangtile tileid="129" wangid="0,8,0,8,0,8,0,1"/>
  </wangset>
 </wangsets>
</tileset>
